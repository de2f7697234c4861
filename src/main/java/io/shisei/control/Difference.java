package io.shisei.control;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a control may say something else than its publisher's, or what it does where its publisher leaves a point open.
 *
 * @param source the publisher's page that the choice rests on, where it is not the control's own
 */
public record Difference(Text text, @Nullable URI source) {}
