/**
 * Pure functions from a judged run to text, for {@code cli}; any thread.
 *
 * <p>Nothing is measured or decided here. What came from the target is only ever shown through
 * {@code Sanitised}, since it may hold terminal escapes; and a value that does not exist is shown
 * as {@code –}, never as zero and never as NaN.
 */
package stress.report;
