function Get-QuiesceTime {
    <#
    .SYNOPSIS
    Now, in UTC. The one place where sending reads the clock.
    #>
    [CmdletBinding()]
    [OutputType([DateTime])]
    param()

    [DateTime]::UtcNow
}
