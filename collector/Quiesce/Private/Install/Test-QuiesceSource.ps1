function Test-QuiesceSource {
    <#
    .SYNOPSIS
    Asks one source once and tells as a line whether this account can read it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [hashtable] $Run,
        [Parameter(Mandatory)] [string] $Area,
        [Parameter(Mandatory)] [string] $What,
        [Parameter(Mandatory)] [string] $Reader,
        [hashtable] $With = @{}
    )

    $asked = Invoke-Source -Run $Run -Reader $Reader -With $With
    if ($asked.Errors.Count -eq 0) { return New-QuiesceCheck -Area $Area -What $What -Result 'read' -Rows $asked.Rows.Count }
    $cause = $asked.Errors[0]
    $result = if (-not $asked.Failed) { 'in part' } elseif ($cause.Reason -in 'not-supported', 'other-node', 'not-applicable') { 'not here' } else { 'not readable' }
    New-QuiesceCheck -Area $Area -What $What -Result $result -Rows $asked.Rows.Count -Detail "$($cause.Text)" -Mend "$($cause.Mend)"
}
