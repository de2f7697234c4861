package io.shisei.inventory.past;

import io.shisei.inventory.DocumentDifference;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a resource was from one moment on, until its next version.
 *
 * @param first whether nothing is known from before: it was seen for the first time, or what it was is no longer kept
 * @param goneAt when it had gone, of one that came back
 * @param differences from the version before, fields that move by themselves left out; beside the paths of the document,
 *     {@code $name}, {@code $tags} and {@code $gaps} by field
 * @param unread the fields that could not be read in this version or the one before: what differs in them is not told
 */
public record ResourceVersion(
        long id,
        Instant at,
        boolean first,
        @Nullable Instant goneAt,
        List<DocumentDifference> differences,
        Set<String> unread) {}
