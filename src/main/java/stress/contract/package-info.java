/**
 * An API of the form "submit, then poll or stream", or a socket alone, as data: how to write each
 * request ({@link stress.contract.Call}, {@link stress.contract.Values}) and how to read each
 * answer ({@link stress.contract.Submit}, {@link stress.contract.StatusRule}, {@link
 * stress.contract.Socket}).
 *
 * <p>{@link stress.contract.ContractFiles} gives an {@link stress.contract.Api}, built in or from a
 * file: a {@link stress.contract.Contract} has jobs, a {@link stress.contract.SocketApi} has none;
 * {@code client} makes it callable, {@code cli} shows and checks it. Nothing here does I/O but the
 * reading of contract files. A contract is immutable and safe on any thread. Answers are to be
 * parsed with {@link stress.contract.Json#parse}, which keeps every digit of an id; reading an
 * answer never throws.
 *
 * <p>Templates: in a JSON body, a form and a query, any value may be a <em>generator</em>, an
 * object with one key that begins with a dollar sign:
 *
 * <ul>
 *   <li><code>{$index: 0}</code> the submission's index, counted from that number
 *   <li><code>{$tag: "a-"}</code> the prefix, then run tag and index: no other submission has it
 *   <li><code>{$text: "{tag} of {index}"}</code> text with placeholders
 *   <li><code>{$choice: [a, b]}</code> one of the values
 *   <li><code>{$integer: [1, 10]}</code> a whole number, both bounds included
 *   <li><code>{$decimal: {range: [0.5, 2], digits: 2}}</code> a decimal number, bounds included
 *   <li><code>{$date: {range: [2015-01-01, 2016-12-31], format: local}}</code> a day; the formats
 *       are {@code date}, {@code local} (midnight without a zone) and {@code utc}
 *   <li><code>{$date: {after: start, days: [30, 365]}}</code> some days after the date of the key
 *       {@code start} in the same object
 *   <li><code>{$id: text}</code> or <code>{$id: number}</code> the job's id, in calls about a job
 *   <li><code>{$mark: "m-"}</code> the prefix, then the mark of the message, in an echo message
 *   <li><code>{$jobs: all}</code> the bodies of a bulk submission
 *   <li><code>{$literal: {$x: 1}}</code> the value as it is
 * </ul>
 *
 * <p>Invariant: seed, index, run tag and the place in the template decide a draw, and nothing else.
 * The same seed gives the same bytes in any order, on any Java version.
 */
package stress.contract;
