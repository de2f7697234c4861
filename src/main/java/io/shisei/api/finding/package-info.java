/** Findings, and the resources that they are about, over the API. */
@NullMarked
package io.shisei.api.finding;

import org.jspecify.annotations.NullMarked;
