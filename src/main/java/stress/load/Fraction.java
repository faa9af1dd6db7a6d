package stress.load;

import java.math.BigInteger;

/** An exact, reduced rational number that is not negative: how many starts by an instant. */
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

  /** The largest whole number that is not above this one. */
  long floor() {
    return numerator.divide(denominator).longValueExact();
  }

  /** The smallest whole number that is not below this one. */
  long ceiling() {
    return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator).longValueExact();
  }

  /** What the floor leaves, in [0, 1). */
  double rest() {
    return numerator.mod(denominator).doubleValue() / denominator.doubleValue();
  }

  double toDouble() {
    return floor() + rest();
  }
}
