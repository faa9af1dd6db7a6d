package stress.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a simulation found about the capital at the end; all in the currency of the capital.
 *
 * @param valueAtRisk95 the loss that 95 % of the runs stay below; 0 when that is no loss
 * @param runs how many paths were computed: with a set service time fewer than asked
 * @param steps of each path
 */
record SimulationResult(
    double mean,
    double deviation,
    double p5,
    double p25,
    double p50,
    double p75,
    double p95,
    double valueAtRisk95,
    int runs,
    int steps) {

  /** Numbers are rounded to two decimals. */
  String json() {
    return JsonText.object(
        out ->
            out.raw("mean", plain(mean))
                .raw("deviation", plain(deviation))
                .object(
                    "percentiles",
                    in ->
                        in.raw("p5", plain(p5))
                            .raw("p25", plain(p25))
                            .raw("p50", plain(p50))
                            .raw("p75", plain(p75))
                            .raw("p95", plain(p95)))
                .raw("value_at_risk_95", plain(valueAtRisk95))
                .number("runs_simulated", runs)
                .number("steps_simulated", steps));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
