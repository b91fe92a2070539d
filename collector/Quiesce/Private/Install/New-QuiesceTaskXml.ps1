function New-QuiesceTaskXml {
    <#
    .SYNOPSIS
    The scheduled task as XML: starts at this installation's slot, every interval, below normal priority, never twice at once.
    .DESCRIPTION
    The command line holds the module's path and no credential. It names no execution policy: the module runs under the one
    that the machine has. Under application control the command line itself is always constrained, and only the module,
    when it is signed, is not: so the module is asked first, and the mode only tells why it would not load. The limit of
    time holds a whole run: waiting, collecting (45 minutes) and retries (30 minutes).
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $InstallId,
        [Parameter(Mandatory)] [ValidateRange(60, 604800)] [int] $IntervalSeconds,
        [Parameter(Mandatory)] [string] $ModulePath
    )

    $interval = [TimeSpan]::FromSeconds($IntervalSeconds)
    $limit = [TimeSpan]::FromSeconds([Math]::Min(14400, [Math]::Max(7200, $IntervalSeconds)))
    $start = (Get-QuiesceTime).Date.AddSeconds((Get-QuiesceSlot -InstallId $InstallId -IntervalSeconds $IntervalSeconds))
    $begin = $start.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
    $command = "try { Import-Module -Name $(Format-QuiesceQuoted -Text $ModulePath) -ErrorAction Stop } " +
    'catch { if ($ExecutionContext.SessionState.LanguageMode -ne ''FullLanguage'') { exit 3 }; exit 1 }; ' +
    'exit (Send-QuiesceInventory -Collect -Scheduled -Confirm:$false).ExitCode'
    $arguments = "-NoLogo -NoProfile -NonInteractive -Command ""$command"""
    @"
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Reads what a live backup of the VMs of this host depends on and sends it to the Quiesce dashboard. Changes nothing.</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>$([Xml.XmlConvert]::ToString($interval))</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>$begin</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <ExecutionTimeLimit>$([Xml.XmlConvert]::ToString($limit))</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe</Command>
      <Arguments>$([Security.SecurityElement]::Escape($arguments))</Arguments>
    </Exec>
  </Actions>
</Task>
"@
}
