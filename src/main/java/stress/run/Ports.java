package stress.run;

import java.util.concurrent.Executor;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.clock.WallClock;
import stress.transport.Http;
import stress.transport.Sockets;
import stress.transport.Wires;

/**
 * What a run touches.
 *
 * @param eventLoop the one thread on which transport and timers deliver
 * @param intervals one thread beside the event loop, where intervals are summed up
 * @param http for what is measured
 * @param control for what is not
 */
public record Ports(
    NanoClock clock,
    WallClock wall,
    Timers timers,
    Executor eventLoop,
    Executor intervals,
    Http http,
    Http control,
    Sockets sockets,
    Wires wires,
    OwnProcess process) {}
