package io.shisei.inventory.past;

import io.shisei.inventory.Document;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was at a moment.
 *
 * @param since when it had come to be so
 * @param goneAt when it had gone, where it was not there at the moment
 */
public record PastDocument(
        Instant since, @Nullable Instant goneAt, String name, Map<String, String> tags, Document document) {}
