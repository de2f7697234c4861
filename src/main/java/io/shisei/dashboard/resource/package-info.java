/** The pages of resources. */
@NullMarked
package io.shisei.dashboard.resource;

import org.jspecify.annotations.NullMarked;
