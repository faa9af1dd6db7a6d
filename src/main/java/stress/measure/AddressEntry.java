package stress.measure;

/** One of the target's addresses: connections that opened there. */
public record AddressEntry(String address, long opened) {}
