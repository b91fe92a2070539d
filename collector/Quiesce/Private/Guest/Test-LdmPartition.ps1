function Test-LdmPartition {
    # Whether a row of MSFT_Partition is of the logical disk manager, by its GPT type or its MBR type.
    param($Row)

    return 'af9b60a0-1431-4f62-bc68-3311714a69ad', '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3' -contains "$(ConvertTo-GuidText $Row['GptType'])" -or "$($Row['MbrType'])" -eq '66'
}
