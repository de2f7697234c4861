package io.shisei.api.problem;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks into what lies behind an exception. */
final class Causes {

    private Causes() {}

    static <T> Optional<T> find(Throwable exception, Class<T> type) {
        return Stream.<Throwable>iterate(exception, e -> e != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
