/** The pages of rules that hide findings. */
@NullMarked
package io.shisei.dashboard.suppression;

import org.jspecify.annotations.NullMarked;
