/** What pages say when something went wrong. */
@NullMarked
package io.shisei.dashboard.error;

import org.jspecify.annotations.NullMarked;
