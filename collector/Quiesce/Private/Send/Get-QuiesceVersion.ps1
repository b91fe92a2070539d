function Get-QuiesceVersion {
    <#
    .SYNOPSIS
    The version of this module.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $module = $ExecutionContext.SessionState.Module
    if ($null -eq $module) { return '0.0.0' }
    $module.Version.ToString()
}
