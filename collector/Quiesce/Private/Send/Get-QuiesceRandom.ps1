function Get-QuiesceRandom {
    <#
    .SYNOPSIS
    A number from 0 up to, not including, 1. Seeded per process from a GUID, so that hosts started together differ.
    #>
    [CmdletBinding()]
    [OutputType([double])]
    param()

    [Random]::new([Guid]::NewGuid().GetHashCode()).NextDouble()
}
