package io.shisei.control.catalogue;

import io.shisei.control.Severity;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what several kinds of files tell in the same way; each is empty, and a problem noted, when it is not there. */
record Facts(Section section) {

    Optional<LocalDate> date(String key) {
        return section.require(key).flatMap(value -> date(key, value));
    }

    Optional<LocalDate> date(String key, Yaml value) {
        return section.text(key, value).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                section.problem(value.place(), "'" + text + "' should be a date, such as 2026-03-04");
                return Optional.empty();
            }
        });
    }

    /** The address of a page on the web. */
    Optional<URI> page(String key) {
        return section.require(key)
                .flatMap(value -> section.text(key, value).flatMap(text -> {
                    var page = uri(text);
                    if (page == null || !"https".equals(page.getScheme())) {
                        section.problem(
                                value.place(),
                                "'" + text + "' should be the address of a page, https://docs.aws.amazon.com/…");
                        return Optional.empty();
                    }
                    return Optional.of(page);
                }));
    }

    Optional<Severity> severity(String key) {
        return section.require(key)
                .flatMap(value -> section.text(key, value).flatMap(text -> {
                    try {
                        return Optional.of(Severity.valueOf(text));
                    } catch (IllegalArgumentException e) {
                        section.problem(
                                value.place(),
                                "'" + text + "' is not a severity; these are: " + List.of(Severity.values()));
                        return Optional.empty();
                    }
                }));
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
