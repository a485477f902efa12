import App
import Foundation

exit(await CommandLineMain.run(Array(CommandLine.arguments.dropFirst())))
