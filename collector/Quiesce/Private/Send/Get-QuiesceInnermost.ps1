function Get-QuiesceInnermost {
    <#
    .SYNOPSIS
    The text of the innermost exception, which names the cause.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [Exception] $Exception)

    $at = $Exception
    while ($null -ne $at.InnerException) { $at = $at.InnerException }
    $at.Message
}
