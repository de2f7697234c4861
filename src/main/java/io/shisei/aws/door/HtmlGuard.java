package io.shisei.aws.door;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses web pages, as proxies and captive portals send them with status 200: the SDK would take one for an answer in
 * which everything is unset.
 */
final class HtmlGuard implements ExecutionInterceptor {

    private static final int BEGINNING = 64;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (!context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        return context.responseBody().map(HtmlGuard::checked);
    }

    private static InputStream checked(InputStream body) {
        var buffered = new BufferedInputStream(body);
        try {
            buffered.mark(BEGINNING);
            var beginning = new String(buffered.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            buffered.reset();
            if (isHtml(beginning.stripLeading().toLowerCase(Locale.ROOT))) {
                throw SdkClientException.create("the answer is a web page and not AWS's");
            }
            return buffered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHtml(String beginning) {
        return beginning.startsWith("<html") || beginning.startsWith("<!doctype html");
    }
}
