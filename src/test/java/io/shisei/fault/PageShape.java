package io.shisei.fault;

import io.shisei.aws.kind.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.PayloadTrait;

/** The names on the wire of a page's lists and of the token of the next one, as the SDK's own classes tell. */
record PageShape(List<String> lists, String token) {

    /** Empty when the answer of {@code operation} has no pages. */
    static Optional<PageShape> of(Class<?> client, String operation) {
        var fields = blank(response(client, operation)).sdkFields();
        return Stream.concat(
                        Stream.of(fields),
                        fields.stream().filter(PageShape::isShape).map(PageShape::within))
                .flatMap(level -> shape(level).stream())
                .findFirst();
    }

    /** Whether an answer of {@code operation} is a text of whatever form, which nobody can call malformed. */
    static boolean isBareText(Class<?> client, String operation) {
        return blank(response(client, operation)).sdkFields().stream()
                .anyMatch(field ->
                        field.marshallingType() == MarshallingType.STRING && field.containsTrait(PayloadTrait.class));
    }

    /** The names on the wire of the lists in an answer of {@code operation}, with pages or without. */
    static List<String> lists(Class<?> client, String operation) {
        var fields = blank(response(client, operation)).sdkFields();
        return Stream.concat(
                        Stream.of(fields),
                        fields.stream().filter(PageShape::isShape).map(PageShape::within))
                .flatMap(List::stream)
                .filter(field -> field.marshallingType() == MarshallingType.LIST)
                .map(SdkField::unmarshallLocationName)
                .toList();
    }

    private static Optional<PageShape> shape(List<SdkField<?>> fields) {
        var lists = fields.stream()
                .filter(field -> field.marshallingType() == MarshallingType.LIST)
                .map(SdkField::unmarshallLocationName)
                .toList();
        return fields.stream()
                .filter(field -> Pages.isToken(field.memberName()))
                .max((one, other) -> Boolean.compare(isNext(one), isNext(other)))
                .filter(token -> !lists.isEmpty())
                .map(token -> new PageShape(lists, token.unmarshallLocationName()));
    }

    /** Where there are both, the marker is the request's own. */
    private static boolean isNext(SdkField<?> field) {
        return field.memberName().startsWith("Next");
    }

    private static Class<?> response(Class<?> client, String operation) {
        return Arrays.stream(client.getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(operation))
                .map(method -> (Class<?>) method.getReturnType())
                .filter(AwsResponse.class::isAssignableFrom)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(client.getSimpleName() + " has no operation " + operation));
    }

    private static SdkPojo blank(Class<?> response) {
        try {
            return (SdkPojo) response.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isShape(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.SDK_POJO;
    }

    private static List<SdkField<?>> within(SdkField<?> field) {
        return field.constructor().get().sdkFields();
    }
}
