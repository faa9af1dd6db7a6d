package stress.load;

import java.math.BigInteger;

/**
 * The inverse for a held rate r: t = (k − Λ₀) ÷ r, rounded down to a nanosecond.
 *
 * <p>With Λ₀ = p/q and r = s/n this is (k·q·n − p·n) ÷ (s·q), one integer division a start: no
 * rounding is carried from one start to the next. 64 bits hold the product for all but odd rates
 * and very long runs; those take the slow way.
 */
final class HoldInverse implements Inverse {
  private static final int SAFE_BITS = 62;

  private final BigInteger scale;
  private final BigInteger shift;
  private final BigInteger unit;
  private final boolean small;
  private final long longScale;
  private final long longShift;
  private final long longUnit;
  private final double nanosPerStart;

  /**
   * @param before Λ₀, the starts before the stage
   * @param end no index at or beyond this one will be asked for
   */
  HoldInverse(Rate rate, Fraction before, long end) {
    BigInteger nanos = BigInteger.valueOf(rate.nanos());
    BigInteger wideScale = before.denominator().multiply(nanos);
    BigInteger wideShift = before.numerator().multiply(nanos);
    BigInteger wideUnit = before.denominator().multiply(BigInteger.valueOf(rate.starts()));
    BigInteger common = wideScale.gcd(wideShift).gcd(wideUnit);
    scale = wideScale.divide(common);
    shift = wideShift.divide(common);
    unit = wideUnit.divide(common);
    small =
        scale.multiply(BigInteger.valueOf(end)).bitLength() <= SAFE_BITS
            && shift.bitLength() <= SAFE_BITS
            && unit.bitLength() <= SAFE_BITS;
    longScale = scale.longValue();
    longShift = shift.longValue();
    longUnit = unit.longValue();
    nanosPerStart = (double) rate.nanos() / rate.starts();
  }

  @Override
  public long offset(long index) {
    if (small) {
      return (index * longScale - longShift) / longUnit;
    }
    return scale.multiply(BigInteger.valueOf(index)).subtract(shift).divide(unit).longValueExact();
  }

  @Override
  public long offset(double added) {
    return (long) (added * nanosPerStart);
  }
}
