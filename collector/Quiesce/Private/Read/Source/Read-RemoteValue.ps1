function Read-RemoteValue {
    # One text value of HKEY_LOCAL_MACHINE of another machine; StdRegProv offers values by methods only.
    param([Parameter(Mandatory)] $Session, [Parameter(Mandatory)] [string] $Key, [Parameter(Mandatory)] [string] $Value, [int] $TimeoutSeconds = 60)

    $machine = [uint32] 2147483650
    $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -Namespace 'root/default' -ClassName 'StdRegProv' -MethodName 'GetStringValue' -Arguments @{ hDefKey = $machine; sSubKeyName = $Key; sValueName = $Value } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
    if ($null -ne $answer -and "$($answer.ReturnValue)" -eq '0') { $answer.sValue }
}
