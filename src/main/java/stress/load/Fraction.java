package stress.load;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact rational number, reduced, with a positive denominator: how many starts by an instant.
 */
record Fraction(BigInteger numerator, BigInteger denominator) {
  static final Fraction ZERO = of(0, 1);

  Fraction {
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  Fraction half() {
    return new Fraction(numerator, denominator.shiftLeft(1));
  }

  /** The smallest whole number that is not below this one; for numbers that are not negative. */
  long ceiling() {
    return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator).longValueExact();
  }

  /**
   * This minus a whole number, rounded only once, so that a small difference of large numbers is
   * exact.
   */
  double minus(long whole) {
    BigInteger difference = numerator.subtract(BigInteger.valueOf(whole).multiply(denominator));
    return new BigDecimal(difference)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
        .doubleValue();
  }

  double toDouble() {
    return minus(0);
  }
}
