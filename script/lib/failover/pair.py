"""A primary and its standby, each a cluster of its own; they change places when the primary dies."""

import os
import signal

from cluster import NAME, Cluster, ClusterError, wait_until

STANDBY = "standby"


class Pair:
    """Use as `with Pair(folder) as pair`. `waits` False: commits do not wait for the standby, which is the mistake."""

    def __init__(self, folder, waits=True):
        self.clusters = [Cluster(os.path.join(folder, name)) for name in ("left", "right")]
        self.waits = waits

    def __enter__(self):
        self.primary.start()
        self.rebuild()
        return self

    def __exit__(self, *_):
        for cluster in self.clusters:
            cluster.stop()

    @property
    def primary(self):
        return self.clusters[0]

    @property
    def standby(self):
        return self.clusters[1]

    @property
    def url(self):
        """Both hosts in fixed order: whoever connects finds the one that can be written."""
        hosts = ",".join(f"127.0.0.1:{port}" for port in sorted(cluster.port for cluster in self.clusters))
        return f"postgresql://{NAME}@{hosts}/{NAME}?target_session_attrs=read-write&connect_timeout=3"

    def rebuild(self):
        """A new standby from the present primary. Returns once every commit waits for it."""
        self.standby.follow(self.primary, STANDBY)
        if self.waits:
            # After the copy was made: a promoted standby must not wait for a standby that is not there.
            self._name(STANDBY)
        wanted = "sync" if self.waits else "async"
        if not wait_until(lambda: self.primary.ask("SELECT sync_state FROM pg_stat_replication") == [[wanted]], 60):
            raise ClusterError(f"the standby never came to be {wanted}")

    def stall(self):
        """The line to the standby falls silent: nothing is sent any more."""
        for (pid,) in self.primary.ask("SELECT pid FROM pg_stat_replication"):
            os.kill(int(pid), signal.SIGSTOP)

    def resume(self):
        for (pid,) in self.primary.ask("SELECT pid FROM pg_stat_replication"):
            os.kill(int(pid), signal.SIGCONT)

    def promote(self):
        """The primary is dead: its standby takes its place."""
        self.standby.promote()
        self.clusters.reverse()

    def _name(self, standbys):
        self.primary.ask(f"ALTER SYSTEM SET synchronous_standby_names = '{standbys}'")
        self.primary.ask("SELECT pg_reload_conf()")
