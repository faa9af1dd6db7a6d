package stress.websocket;

import java.util.Optional;
import stress.client.SocketClient;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Ledger;

/** What all connections of a run share. */
record Scene(
    SocketLoad load,
    SocketClient sockets,
    Optional<SocketJobs> jobs,
    Optional<Marks> marks,
    PushAges ages,
    SocketBooks books,
    Ledger ledger,
    NanoClock clock,
    Timers timers) {}
