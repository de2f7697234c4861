/** The pages of findings and resources. */
@NullMarked
package io.shisei.dashboard.finding;

import org.jspecify.annotations.NullMarked;
