package io.shisei.api;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a caller calls. */
public final class Calls {

    private final MockMvcTester mvc;

    public Calls(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1" + path).principal(() -> "admin").exchange();
    }

    public MvcTestResult post(String path, String body) {
        return send(mvc.post(), path, body);
    }

    public MvcTestResult put(String path, String body) {
        return send(mvc.put(), path, body);
    }

    public MvcTestResult patch(String path, String body) {
        return send(mvc.patch(), path, body);
    }

    public MvcTestResult delete(String path) {
        return mvc.delete().uri("/api/v1" + path).principal(() -> "admin").exchange();
    }

    public static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String path, String body) {
        return request.uri("/api/v1" + path)
                .principal(() -> "admin")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
