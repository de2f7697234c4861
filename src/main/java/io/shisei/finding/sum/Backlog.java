package io.shisei.finding.sum;

import io.shisei.paging.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be mended of a control.
 *
 * @param oldest when the first of these findings began to fail; null where none waits
 * @param overdue how many should have been mended by now
 */
public record Backlog(@Nullable Instant oldest, Page.Total overdue) {}
