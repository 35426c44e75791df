// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/roles.h"

#include <array>

namespace thimblely::ui {
namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

// In the order of Role; the ratios between them are held by tst_theme.
constexpr std::array<Pair, RoleCount> Tokens{{
    {0xFFF6F4F1, 0xFF161412}, // Window
    {0xFFFFFFFF, 0xFF201D1A}, // Surface
    {0xFFECE8E2, 0xFF2B2723}, // Sunk
    {0xFF1E1A17, 0xFFF3EFEA}, // Text
    {0xFF5A524A, 0xFFBBB2A8}, // Muted
    {0xFF7C7369, 0xFF8C8379}, // Outline
    {0xFFD8D2C9, 0xFF3D3832}, // Line
    {0xFFA30552, 0xFFFF86B5}, // Accent
    {0xFFA30552, 0xFFFF86B5}, // Primary
    {0xFFFFFFFF, 0xFF2A0516}, // OnPrimary
    {0xFF82043F, 0xFFFFA3C7}, // PrimaryHover
    {0xFFF6D3E2, 0xFF55203A}, // Selected
    {0xFFA8330A, 0xFFFF9F73}, // Late
    {0xFFFFEDE4, 0xFF3A1D10}, // LateBg
    {0xFF7A5200, 0xFFF0BE55}, // Today
    {0xFFFFF3D6, 0xFF33270D}, // TodayBg
    {0xFF1F5A99, 0xFF86BDF5}, // Work
    {0xFFE6F0FA, 0xFF14283B}, // WorkBg
    {0xFF0B656B, 0xFF62CCD0}, // Fitting
    {0xFFDFF3F3, 0xFF0E2C2E}, // FittingBg
    {0xFF5B43A6, 0xFFB9A6FA}, // Waiting
    {0xFFEEEAFA, 0xFF261F40}, // WaitingBg
    {0xFF23673A, 0xFF7CD197}, // Ready
    {0xFFE4F4E8, 0xFF13301D}, // ReadyBg
    {0xFF5A524A, 0xFFBBB2A8}, // Done
    {0xFFECE8E2, 0xFF2B2723}, // DoneBg
}};

} // namespace

QColor colorOf(Role role, bool dark)
{
    const Pair &pair = Tokens[std::size_t(role)];
    return QColor::fromRgb(dark ? pair.dark : pair.light);
}

} // namespace thimblely::ui
