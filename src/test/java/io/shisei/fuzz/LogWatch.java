package io.shisei.fuzz;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Listens to what the service logs. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final int KEPT = 20;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AtomicLong characters = new AtomicLong();
    private final AtomicInteger stackTraces = new AtomicInteger();
    private final List<String> traces = new CopyOnWriteArrayList<>();

    static LogWatch begin() {
        var watch = new LogWatch();
        watch.setContext(watch.root.getLoggerContext());
        watch.start();
        watch.root.addAppender(watch);
        return watch;
    }

    @Override
    protected void append(ILoggingEvent event) {
        characters.addAndGet(100L + event.getFormattedMessage().length());
        var thrown = event.getThrowableProxy();
        if (thrown != null && stackTraces.incrementAndGet() <= KEPT) {
            traces.add(event.getLoggerName() + ": " + event.getFormattedMessage() + ": " + thrown.getClassName() + ": "
                    + thrown.getMessage());
        }
    }

    /** About as many as a log file gets. */
    long characters() {
        return characters.get();
    }

    /** What was logged with a stack trace, the first of it. */
    List<String> traces() {
        return traces;
    }

    @Override
    public String toString() {
        return "logged %d characters and %d stack traces".formatted(characters(), stackTraces.get());
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
