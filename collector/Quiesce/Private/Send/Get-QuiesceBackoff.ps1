function Get-QuiesceBackoff {
    <#
    .SYNOPSIS
    Seconds to wait before try number Attempt + 2: random from 0 to the least of 600 and 5 * 2^Attempt, never before RetryAfter.
    #>
    [CmdletBinding()]
    [OutputType([double])]
    param(
        [Parameter(Mandatory)] [ValidateRange(0, 1000000)] [int] $Attempt,
        [double] $RetryAfter = 0,
        [ValidateRange(0, 1)] [double] $Random = (Get-QuiesceRandom)
    )

    $most = [Math]::Min(600, 5 * [Math]::Pow(2, [Math]::Min($Attempt, 20)))
    # Hosts that were sent away together come back spread over the same width after the time that was asked for.
    $RetryAfter + $Random * $most
}
