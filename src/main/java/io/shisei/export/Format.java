package io.shisei.export;

import io.shisei.refusal.Refusal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What findings can be written as; the encoding is always UTF-8. */
public enum Format {
    /** A table with a line of names, as RFC 4180 writes it. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** A finding of the API on each line. */
    JSONL("jsonl", "application/x-ndjson"),
    /** AWS Security Finding Format: {@code {"Findings": […]}}, as Security Hub answers and imports them. */
    ASFF("asff.json", "application/json"),
    /** Compliance Findings of the Open Cybersecurity Schema Framework, one on each line. */
    OCSF("ocsf.jsonl", "application/x-ndjson");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** @throws Refusal.Invalid when there is none of this name, which is written in small letters */
    public static Format of(String name) {
        return Stream.of(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(
                        ExportCode.UNKNOWN_FORMAT,
                        "format",
                        name,
                        Stream.of(values()).map(Format::toString).collect(Collectors.joining(", "))));
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
