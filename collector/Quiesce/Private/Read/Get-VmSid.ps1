function Get-VmSid {
    # The SID of NT VIRTUAL MACHINE\<GUID>: S-1-5-83-1 and the GUID's bytes as four numbers. Names of accounts are localised.
    param([Parameter(Mandatory)] [string] $Id)

    $bytes = ([Guid] $Id).ToByteArray()
    $parts = foreach ($at in 0, 4, 8, 12) { [BitConverter]::ToUInt32($bytes, $at) }
    return "S-1-5-83-1-$($parts -join '-')"
}
