/** The pages of signing in, the language, and what one sets. */
@NullMarked
package io.shisei.dashboard.settings;

import org.jspecify.annotations.NullMarked;
