package io.shisei.dashboard.resource;

import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.List;

/** A field that could not be read, and why. */
record Hole(String field, Gap gap) {

    static List<Hole> of(Document document) {
        return document.gaps().entrySet().stream()
                .map(it -> new Hole(it.getKey(), it.getValue()))
                .toList();
    }
}
