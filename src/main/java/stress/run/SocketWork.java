package stress.run;

import java.util.List;
import java.util.Optional;
import stress.client.SocketExtras;
import stress.contract.Api;
import stress.load.Open;
import stress.measure.Scenario;
import stress.websocket.ErrorCase;
import stress.websocket.SocketLoad;

/**
 * Connections, opened and held.
 *
 * @param api has a socket
 * @param ramp when the connections are opened
 * @param load what is held; sends nothing
 * @param sending what the throughput scenario sends; absent when it only receives
 * @param cases of the errors scenario, carried out in this order
 * @param underLoad whether the connections are held meanwhile
 */
public record SocketWork(
    Api api,
    List<Scenario> scenarios,
    Open ramp,
    SocketLoad load,
    Optional<SendPlan> sending,
    SocketExtras extras,
    List<ErrorCase> cases,
    boolean underLoad,
    boolean cleanup)
    implements Work {
  public SocketWork {
    scenarios = List.copyOf(scenarios);
    cases = List.copyOf(cases);
  }

  @Override
  public String command() {
    return "websocket";
  }

  @Override
  public boolean scheduled() {
    return true;
  }
}
