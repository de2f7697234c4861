package io.shisei.export;

import io.shisei.finding.Finding;
import java.io.IOException;

/** How the findings of one export are laid out in its file; it keeps none of them. */
interface Layout {

    default void begin() throws IOException {}

    void add(Finding finding) throws IOException;

    default void end() throws IOException {}
}
