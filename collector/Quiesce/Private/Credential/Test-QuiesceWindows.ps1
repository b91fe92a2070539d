function Test-QuiesceWindows {
    <#
    .SYNOPSIS
    True on Windows. Windows PowerShell has no $IsWindows.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()

    [Environment]::OSVersion.Platform -eq [PlatformID]::Win32NT
}
