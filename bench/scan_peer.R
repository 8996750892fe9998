# The scan of one chart in R, vectorised over rules and windows, on the counts that `bench scan STORE REPLICATES FOLDER` wrote:
#   Rscript bench/scan_peer.R FOLDER
# Prints the largest difference in ln e and the time for each set of counts.
folder <- commandArgs(TRUE)[1]
settings <- read.csv(file.path(folder, "settings.csv"))
of <- function(name) settings$value[settings$name == name]
rules <- read.csv(file.path(folder, "expected.csv"))
weights <- rules$weight
everything <- rules$is_everything == 1
own_factor <- rules$has_own_factor == 1
expected <- as.matrix(rules[, -(1:4)])
observed <- read.csv(file.path(folder, "observed.csv"))
logs <- read.csv(file.path(folder, "logs.csv"))$log_e
weeks <- of("weeks"); built <- of("weeks_built"); claims <- of("claims")
ratios <- sort(of("ratio")); smallest <- of("smallest"); of_part <- of("smallest_of_part")
all_expected <- sum(expected[1, ])
negligible <- log(1e-4)
sums <- function(table) cbind(0, t(apply(table, 1, cumsum)))
expected_up_to <- sums(expected)
scale <- ifelse(everything, weights / max(1e-9, 1 - of("all_builds")), weights)
half <- expected_up_to[, weeks + 1] / 2
fewest <- function(weight) pmax(3, ceiling((negligible - log(weight)) / log(max(ratios) / min(smallest, of_part))))

# Sum of weight x mean likelihood ratio over the windows worth looking at; o, e and w are alike in shape, one row per rule, low the fewest claims,
# kind the claims of each rule.
term <- function(o, e, w, low, kind) {
  rule <- rep_len(seq_along(kind), length(o))
  keep <- which(o >= low & w > 0 & o > e + sqrt(e))
  o <- o[keep]; e <- e[keep]; w <- w[keep]; rule <- rule[keep]
  keep <- which(o * log(o / pmax(e, 1e-9)) - o + e + log(w) >= negligible)
  o <- o[keep]; e <- e[keep]; w <- w[keep]; rule <- rule[keep]
  if (length(o) == 0) return(0)
  part <- e <= half[rule]
  tested_against <- ifelse(part, of_part, smallest)
  rest <- (claims - o) / pmax(1e-9, claims * (1 - e / all_expected))
  beside <- (kind[rule] - o + of("kind_shrinkage")) / (pmax(0, 2 * half[rule] - e) * rest + of("kind_shrinkage"))
  e <- ifelse(part & own_factor[rule], e * beside, e)
  share <- pmin(1, pmax(0, e / all_expected))
  tested <- log(1 + (tested_against - 1) * share)
  mean <- 0
  for (k in seq_along(ratios)) mean <- mean + exp(pmin(600, o * log(ratios[k] / tested_against) - claims * (log(1 + (ratios[k] - 1) * share) - tested)))
  sum(w * mean / length(ratios))
}

scan <- function(counts) {
  up_to <- sums(counts)
  own <- up_to[, weeks + 1]
  e <- term(ifelse(everything, 0, own), expected_up_to[, weeks + 1], scale * of("all_builds"), rep(3, nrow(counts)), own)
  low <- fewest(scale * max(of("up_to"), of("from")))
  low[own < low] <- Inf
  at <- 2:built
  lows <- matrix(low, nrow(counts), length(at))
  e <- e + term(up_to[, at], expected_up_to[, at], matrix(scale * of("up_to"), nrow(counts), length(at)), lows, own)
  e <- e + term(own - up_to[, at], expected_up_to[, weeks + 1] - expected_up_to[, at], matrix(scale * of("from"), nrow(counts), length(at)), lows, own)
  lengths <- of("length"); between <- of("between")
  for (i in seq_along(lengths)) {
    from <- seq_len(min(built, weeks - lengths[i] + 1))
    w <- scale * between[i]
    e <- e + term(up_to[, from + lengths[i]] - up_to[, from], expected_up_to[, from + lengths[i]] - expected_up_to[, from],
                  matrix(w, nrow(counts), length(from)), matrix(fewest(w), nrow(counts), length(from)), own)
  }
  log(e)
}

tables <- lapply(split(observed, observed$replicate), function(rows) {
  counts <- matrix(0, nrow(expected), weeks)
  at <- rows$rule + 1 + nrow(expected) * rows$week
  tab <- tabulate(at, length(counts))
  counts[] <- tab
  counts
})
began <- proc.time()[["elapsed"]]
found <- vapply(tables, scan, 0)
took <- proc.time()[["elapsed"]] - began
finite <- is.finite(found) & is.finite(logs)
cat(sprintf("R %s: %.1f ms for each of %d counts; largest difference in ln e %.1e, empty in both %d, in one %d\n", getRversion(), 1000 * took / length(found), length(found),
            max(abs(found - logs)[finite]), sum(!is.finite(found) & !is.finite(logs)), sum(is.finite(found) != is.finite(logs))))
