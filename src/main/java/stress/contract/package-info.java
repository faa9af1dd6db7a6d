/** An API of the form "submit, then poll or stream", as data. */
package stress.contract;
