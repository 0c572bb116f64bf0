package io.portico.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem document. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Optional<Duration> retryAfter;

    public ApiProblem(Problem problem) {
        this(problem, Optional.empty());
    }

    ApiProblem(Problem problem, Optional<Duration> retryAfter) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static ApiProblem of(HttpStatus status, String code, String detail) {
        return new ApiProblem(Problem.of(status, code, detail));
    }

    /** Of one field of the body. */
    public static ApiProblem ofField(String name, String code, String detail) {
        return new ApiProblem(Problem.badFields(List.of(new Problem.Fault("/" + name, code, detail))));
    }

    /** The same, with how long to wait before asking again. */
    public ApiProblem after(Duration delay) {
        return new ApiProblem(problem, Optional.of(delay));
    }

    public static ApiProblem notFound() {
        return new ApiProblem(Problem.notFound());
    }

    public String code() {
        return problem.code();
    }

    public String detail() {
        return problem.detail();
    }

    public List<Problem.Fault> faults() {
        return problem.faults();
    }

    Problem problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
