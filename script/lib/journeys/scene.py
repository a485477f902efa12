"""What one journey is given: visitors of one width in one house; everything ends with it."""

import os

from journeys.visitor import Visitor


class Scene:
    def __init__(self, browser, house, width, shots=None):
        self.browser, self.house, self.width, self.shots = browser, house, width, shots
        self.visitors = []

    def visitor(self, login=None, script=False, house=None):
        """Somebody new; signed in where a name is given. Without script unless it is asked for. At the scene's own
        house, or at a second one."""
        visitor = Visitor(self.browser, house or self.house, self.width, self.shots, script)
        visitor.login = login
        self.visitors.append(visitor)
        return visitor.sign_in(login) if login else visitor

    @property
    def last(self):
        """Who was at work last."""
        return max(self.visitors, key=lambda each: each.moved, default=None)

    def close(self):
        for visitor in self.visitors:
            visitor.close()


class Shots:
    """Pictures of every page that a journey comes by, in their order."""

    def __init__(self, folder, name):
        self.folder, self.name, self.count = folder, name, 0
        os.makedirs(folder, exist_ok=True)

    def take(self, visitor):
        self.count += 1
        visitor.page.screenshot(path=os.path.join(self.folder, f"{self.name}-{self.count:02}.png"), full_page=True)
