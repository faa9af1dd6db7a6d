package stress.websocket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import stress.load.Rate;

class SocketLoadTest {
  private static void refused(ThrowingCallable made, String message) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static SocketLoad load(int connections, Duration hold, Duration ping) {
    return new SocketLoad(
        connections,
        hold,
        OnEnd.RENEW,
        JobsPer.RUN,
        Optional.of(ping),
        Parsing.ALL,
        Optional.empty());
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    Duration second = Duration.ofSeconds(1);
    refused(() -> load(0, second, second), "0 connections hold nothing open: expected 1 or more");
    refused(
        () -> load(1, Duration.ZERO, second),
        "a hold of 0s cannot be kept: expected more than 0s, a year at most");
    refused(
        () -> load(1, second, Duration.ofMillis(-5)),
        "a ping interval of -5000000ns cannot be kept: expected more than 0s, a year at most");
    refused(
        () -> load(1, Duration.ofDays(100_000_000), second),
        "a hold of 100000000 days cannot be kept: expected more than 0s, a year at most");
  }

  @Test
  void whatSendsNothingIsRefused() {
    Messages messages = new Messages(MessageSource.mark(false), "r", 0);
    refused(
        () -> new Sending(messages, new SendPace.Closed(Duration.ZERO), 0),
        "at most 0 messages without an answer sends nothing: expected 1 or more");
    refused(
        () -> new SendPace.Open(new Rate(0, 1)),
        "a message rate of 0/s sends nothing: expected above 0/s");
    refused(
        () -> new SendPace.Closed(Duration.ofNanos(-1)),
        "a think time of -1ns is negative: expected 0s or more");
    refused(
        () -> new Messages(MessageSource.mark(false), "r", -1),
        "a message size of -1 bytes is negative: expected 0 or more");
  }
}
