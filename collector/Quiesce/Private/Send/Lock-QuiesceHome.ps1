function Lock-QuiesceHome {
    <#
    .SYNOPSIS
    Takes the collector's folder for this process, so that two runs never share a sequence number.
    .DESCRIPTION
    Returns an open file; disposing of it frees the lock, and so does the end of the process. Waits up to
    TimeoutSeconds, then throws.
    #>
    [CmdletBinding()]
    [OutputType([IO.FileStream])]
    param(
        [ValidateSet('state', 'send')] [string] $Name = 'state',
        [ValidateRange(0, 3600)] [int] $TimeoutSeconds = 30
    )

    $path = Get-QuiesceHome -Child "$Name.lock"
    [void] [IO.Directory]::CreateDirectory((Get-QuiesceHome))
    $deadline = (Get-QuiesceTime).AddSeconds($TimeoutSeconds)
    while ($true) {
        try {
            return [IO.FileStream]::new($path, [IO.FileMode]::OpenOrCreate, [IO.FileAccess]::ReadWrite, [IO.FileShare]::None)
        }
        catch [IO.IOException] {
            if ((Get-QuiesceTime) -ge $deadline) {
                throw [TimeoutException]::new("Another run of the collector holds $path since more than $TimeoutSeconds seconds. Wait for it to end, or end it in Task Scheduler.")
            }
        }
        Wait-QuiesceTime -Seconds 0.2
    }
}
