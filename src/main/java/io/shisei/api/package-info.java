/** The REST API, version 1: one controller for each noun. */
@NullMarked
package io.shisei.api;

import org.jspecify.annotations.NullMarked;
