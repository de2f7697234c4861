/** The kinds of resources that are read of this service. */
@NullMarked
package io.shisei.aws.service.config;

import org.jspecify.annotations.NullMarked;
