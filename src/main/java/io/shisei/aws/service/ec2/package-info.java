/** The kinds of resources that are read of this service. */
@NullMarked
package io.shisei.aws.service.ec2;

import org.jspecify.annotations.NullMarked;
