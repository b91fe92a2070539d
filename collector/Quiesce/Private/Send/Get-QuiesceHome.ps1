function Get-QuiesceHome {
    <#
    .SYNOPSIS
    The collector's own folder, or a path in it. QUIESCE_COLLECTOR_HOME names another folder, for tests.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Child)

    $root = [Environment]::GetEnvironmentVariable('QUIESCE_COLLECTOR_HOME')
    if ([string]::IsNullOrEmpty($root)) {
        $root = [IO.Path]::Combine([Environment]::GetFolderPath('CommonApplicationData'), 'Quiesce')
    }
    if ([string]::IsNullOrEmpty($Child)) { return $root }
    [IO.Path]::Combine($root, $Child)
}
