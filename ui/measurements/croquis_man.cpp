// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/croquis_data.h"

// The man's figure: x is the viewer's right half (mirrored when drawn), y runs from the crown 0 to the sole 800.
namespace thimblely::ui {
namespace {

constexpr Point head[] = {{0.0F, 0.0F},   {13.5F, 1.6F},  {25.0F, 9.5F},  {31.8F, 24.0F},
                          {33.0F, 43.0F}, {31.8F, 60.0F}, {28.6F, 76.0F}, {23.0F, 88.0F},
                          {14.0F, 97.0F}, {6.0F, 100.0F}, {0.0F, 100.6F}};
constexpr Point headBack[] = {{0.0F, 0.0F},   {13.5F, 1.6F},  {25.0F, 9.5F},  {31.8F, 24.0F}, {33.0F, 43.0F},
                              {31.8F, 60.0F}, {29.4F, 73.0F}, {26.0F, 80.5F}, {23.0F, 87.0F}};
constexpr Point ear[] = {{32.8F, 45.0F}, {36.0F, 43.6F}, {37.2F, 50.0F}, {35.6F, 59.0F}, {31.9F, 64.0F}};
constexpr Point hairFront[] = {{32.9F, 46.0F}, {30.6F, 39.0F}, {29.0F, 31.0F},
                               {23.0F, 25.6F}, {11.5F, 22.8F}, {0.0F, 22.0F}};
constexpr Point hairBack[] = {{31.8F, 60.0F}, {29.4F, 73.0F}, {26.4F, 80.5F},
                              {20.0F, 84.6F}, {10.0F, 86.4F}, {0.0F, 86.8F}};
constexpr Point outer[] = {{22.5F, 88.0F},   {22.6F, 102.0F},  {24.0F, 113.0F},  {31.0F, 122.5F},  {46.0F, 130.5F},
                           {66.0F, 138.0F},  {83.0F, 146.0F},  {95.5F, 158.0F},  {102.5F, 175.0F}, {105.5F, 196.0F},
                           {106.5F, 218.0F}, {108.0F, 242.0F}, {111.0F, 266.0F}, {113.5F, 288.0F}, {117.0F, 306.0F},
                           {120.8F, 326.0F}, {122.6F, 348.0F}, {123.4F, 372.0F}, {124.6F, 396.0F}};
constexpr Point hand[] = {{124.6F, 396.0F}, {127.6F, 408.0F}, {130.4F, 423.0F}, {131.0F, 439.0F}, {129.2F, 455.0F},
                          {125.4F, 469.0F}, {120.6F, 478.5F}, {116.2F, 480.0F}, {113.4F, 474.5F}, {112.4F, 462.0F}};
constexpr Point palm[] = {{112.4F, 462.0F}, {111.6F, 452.0F}, {110.8F, 446.0F}};
constexpr Point thumb[] = {{106.6F, 396.0F}, {104.0F, 408.0F}, {102.4F, 421.0F}, {102.8F, 434.0F}, {105.2F, 444.5F},
                           {108.6F, 448.6F}, {110.8F, 446.0F}, {111.6F, 437.0F}, {112.2F, 427.0F}};
constexpr Point inner[] = {{71.0F, 207.0F}, {73.4F, 226.0F}, {76.6F, 248.0F}, {81.4F, 270.0F},  {86.2F, 289.0F},
                           {88.0F, 306.0F}, {90.0F, 326.0F}, {94.4F, 350.0F}, {101.0F, 376.0F}, {106.6F, 396.0F}};
constexpr Point side[] = {{71.0F, 207.0F}, {69.8F, 226.0F}, {65.8F, 250.0F}, {60.4F, 274.0F}, {57.8F, 292.0F},
                          {58.8F, 310.0F}, {62.4F, 334.0F}, {66.2F, 360.0F}, {68.8F, 386.0F}, {69.8F, 412.0F},
                          {69.2F, 442.0F}, {66.8F, 478.0F}, {62.6F, 516.0F}, {57.6F, 550.0F}, {53.8F, 576.0F},
                          {53.0F, 594.0F}, {54.8F, 614.0F}, {56.4F, 636.0F}, {55.2F, 662.0F}, {50.4F, 692.0F},
                          {44.6F, 722.0F}, {41.4F, 744.0F}, {42.6F, 755.0F}};
constexpr Point inLeg[] = {{0.5F, 412.0F},  {2.0F, 432.0F},  {4.0F, 458.0F},  {7.0F, 492.0F}, {10.0F, 528.0F},
                           {12.2F, 558.0F}, {12.4F, 580.0F}, {10.8F, 604.0F}, {9.0F, 628.0F}, {9.6F, 652.0F},
                           {13.2F, 684.0F}, {17.2F, 714.0F}, {18.6F, 738.0F}, {17.0F, 750.0F}};
constexpr Point footFront[] = {{42.6F, 755.0F}, {43.6F, 764.0F}, {48.6F, 777.0F}, {54.6F, 788.0F}, {56.6F, 795.0F},
                               {52.0F, 799.2F}, {42.0F, 800.4F}, {30.0F, 800.4F}, {21.4F, 798.4F}, {17.6F, 792.0F},
                               {17.0F, 778.0F}, {16.6F, 762.0F}, {17.0F, 750.0F}};
constexpr Point footBack[] = {{42.6F, 755.0F}, {41.8F, 766.0F}, {44.4F, 777.0F}, {50.4F, 787.0F},
                              {52.4F, 793.0F}, {47.6F, 796.6F}, {34.0F, 797.4F}, {23.0F, 796.6F},
                              {17.8F, 790.0F}, {18.0F, 774.0F}, {17.4F, 762.0F}, {17.0F, 750.0F}};
constexpr Point fineFront0[] = {{5.5F, 139.0F}, {14.0F, 134.4F}, {30.0F, 134.0F}, {50.0F, 137.4F}, {68.0F, 142.6F}};
constexpr Point fineFront1[] = {{24.0F, 114.0F}, {17.0F, 124.0F}, {8.0F, 135.5F}};
constexpr Point fineFront2[] = {{71.0F, 207.0F}, {72.0F, 198.0F}, {75.4F, 189.0F}, {81.6F, 180.0F}};
constexpr Point fineFront3[] = {{65.5F, 217.0F}, {60.5F, 224.0F}, {53.0F, 229.0F}, {44.5F, 231.6F}, {36.0F, 232.0F}};
constexpr Point fineFront4[] = {{9.0F, 256.0F}, {15.5F, 261.5F}, {21.5F, 270.0F}, {25.6F, 281.0F}};
constexpr Point fineFront5[] = {{24.6F, 566.0F}, {33.0F, 562.6F}, {42.6F, 566.0F}};
constexpr Point fineFront6[] = {{26.4F, 590.0F}, {34.0F, 594.0F}, {41.6F, 590.0F}};
constexpr Point fineFront7[] = {{94.0F, 296.0F}, {101.0F, 299.5F}, {108.0F, 299.0F}};
constexpr Point fineFront8[] = {{118.6F, 450.0F}, {118.8F, 462.0F}, {117.0F, 473.0F}};
constexpr Point fineFront9[] = {{124.4F, 447.0F}, {124.0F, 459.0F}, {121.4F, 469.0F}};
constexpr Point fineFront10[] = {{26.0F, 789.0F}, {27.0F, 796.0F}};
constexpr Point fineFront11[] = {{34.5F, 790.0F}, {35.4F, 797.0F}};
constexpr Point fineFront12[] = {{42.0F, 789.5F}, {43.4F, 796.0F}};
constexpr Stroke fineFront[] = {fineFront0, fineFront1, fineFront2, fineFront3,  fineFront4,  fineFront5, fineFront6,
                                fineFront7, fineFront8, fineFront9, fineFront10, fineFront11, fineFront12};
constexpr Point fineBack0[] = {{25.0F, 115.0F}, {30.0F, 126.0F}, {29.0F, 140.0F}};
constexpr Point fineBack1[] = {{71.0F, 207.0F}, {72.0F, 198.0F}, {75.2F, 190.0F}, {80.4F, 182.4F}};
constexpr Point fineBack2[] = {{27.0F, 168.0F}, {24.6F, 190.0F}, {30.0F, 212.0F}, {42.0F, 225.0F}};
constexpr Point fineBack3[] = {{5.0F, 423.0F},  {10.0F, 430.5F}, {20.0F, 435.5F},
                               {32.0F, 436.6F}, {44.0F, 433.6F}, {51.0F, 429.6F}};
constexpr Point fineBack4[] = {{22.0F, 574.0F}, {33.0F, 578.5F}, {45.0F, 574.0F}};
constexpr Point fineBack5[] = {{34.5F, 606.0F}, {35.5F, 640.0F}, {32.0F, 672.0F}};
constexpr Point fineBack6[] = {{98.0F, 294.0F}, {104.0F, 297.0F}, {109.0F, 294.0F}};
constexpr Point fineBack7[] = {{118.6F, 450.0F}, {118.8F, 462.0F}, {117.0F, 473.0F}};
constexpr Point fineBack8[] = {{124.4F, 447.0F}, {124.0F, 459.0F}, {121.4F, 469.0F}};
constexpr Point fineBack9[] = {{33.0F, 722.0F}, {32.0F, 746.0F}, {33.4F, 764.0F}};
constexpr Point fineBack10[] = {{26.0F, 722.0F}, {26.4F, 746.0F}, {25.0F, 764.0F}};
constexpr Point fineBack11[] = {{40.6F, 770.0F}, {40.8F, 782.0F}, {37.0F, 791.0F}};
constexpr Stroke fineBack[] = {fineBack0, fineBack1, fineBack2, fineBack3, fineBack4,  fineBack5,
                               fineBack6, fineBack7, fineBack8, fineBack9, fineBack10, fineBack11};
constexpr Point shorts[] = {{0.0F, 335.0F},  {63.0F, 335.0F}, {66.2F, 360.0F}, {68.8F, 386.0F}, {69.8F, 412.0F},
                            {69.2F, 442.0F}, {68.0F, 465.0F}, {55.0F, 468.5F}, {32.0F, 470.5F}, {4.8F, 468.0F},
                            {4.0F, 458.0F},  {2.0F, 432.0F},  {0.5F, 412.0F}};
constexpr Point shortsHem[] = {{68.0F, 463.0F}, {55.0F, 468.0F}, {32.0F, 470.5F}, {4.8F, 467.0F}};
constexpr Point tape0Front[] = {{-24.5F, 115.0F}, {-16.0F, 128.0F}, {0.0F, 136.0F}, {16.0F, 128.0F}, {24.5F, 115.0F}};
constexpr Point tape0Back[] = {{-24.5F, 115.0F}, {-13.0F, 110.5F}, {0.0F, 109.0F}, {13.0F, 110.5F}, {24.5F, 115.0F}};
constexpr Point tape1Front[] = {{-22.6F, 103.0F}, {-12.4F, 108.0F}, {0.0F, 110.0F}, {12.4F, 108.0F}, {22.6F, 103.0F}};
constexpr Point tape1Back[] = {{-22.6F, 103.0F}, {0.0F, 100.5F}, {22.6F, 103.0F}};
constexpr Point tape2Front[] = {{-73.0F, 196.0F}, {-40.2F, 199.9F}, {0.0F, 201.0F}, {40.2F, 199.9F}, {73.0F, 196.0F}};
constexpr Point tape2Back[] = {{-73.0F, 196.0F}, {-40.2F, 197.6F}, {0.0F, 198.0F}, {40.2F, 197.6F}, {73.0F, 196.0F}};
constexpr Point tape3Front[] = {{-70.6F, 207.0F}, {-38.8F, 214.0F}, {0.0F, 216.0F}, {38.8F, 214.0F}, {70.6F, 207.0F}};
constexpr Point tape3Back[] = {{-70.6F, 207.0F}, {-38.8F, 210.9F}, {0.0F, 212.0F}, {38.8F, 210.9F}, {70.6F, 207.0F}};
constexpr Point tape4Front[] = {{-68.1F, 236.0F}, {-37.5F, 242.2F}, {0.0F, 244.0F}, {37.5F, 242.2F}, {68.1F, 236.0F}};
constexpr Point tape4Back[] = {{-68.1F, 236.0F}, {-37.5F, 239.9F}, {0.0F, 241.0F}, {37.5F, 239.9F}, {68.1F, 236.0F}};
constexpr Point tape5Front[] = {{-57.8F, 292.0F}, {-31.8F, 297.5F}, {0.0F, 299.0F}, {31.8F, 297.5F}, {57.8F, 292.0F}};
constexpr Point tape5Back[] = {{-57.8F, 292.0F}, {-31.8F, 295.1F}, {0.0F, 296.0F}, {31.8F, 295.1F}, {57.8F, 292.0F}};
constexpr Point tape6Front[] = {{-59.4F, 314.0F}, {-32.7F, 320.2F}, {0.0F, 322.0F}, {32.7F, 320.2F}, {59.4F, 314.0F}};
constexpr Point tape6Back[] = {{-59.4F, 314.0F}, {-32.7F, 317.1F}, {0.0F, 318.0F}, {32.7F, 317.1F}, {59.4F, 314.0F}};
constexpr Point tape7Front[] = {{-64.8F, 350.0F}, {-35.6F, 356.2F}, {0.0F, 358.0F}, {35.6F, 356.2F}, {64.8F, 350.0F}};
constexpr Point tape7Back[] = {{-64.8F, 350.0F}, {-35.6F, 353.1F}, {0.0F, 354.0F}, {35.6F, 353.1F}, {64.8F, 350.0F}};
constexpr Point tape8Front[] = {{-69.0F, 392.0F}, {-38.0F, 398.2F}, {0.0F, 400.0F}, {38.0F, 398.2F}, {69.0F, 392.0F}};
constexpr Point tape8Back[] = {{-69.0F, 392.0F}, {-38.0F, 395.9F}, {0.0F, 397.0F}, {38.0F, 395.9F}, {69.0F, 392.0F}};
constexpr Point tape9Back[] = {{-85.0F, 150.0F}, {-48.0F, 139.5F}, {0.0F, 131.0F}, {48.0F, 139.5F}, {85.0F, 150.0F}};
constexpr Point tape10Back[] = {{-74.0F, 180.0F}, {-40.7F, 178.4F}, {0.0F, 178.0F}, {40.7F, 178.4F}, {74.0F, 180.0F}};
constexpr Point tape11Front[] = {{-74.0F, 182.0F}, {-40.7F, 184.3F}, {0.0F, 185.0F}, {40.7F, 184.3F}, {74.0F, 182.0F}};
constexpr Point tape12Front[] = {{24.0F, 114.0F}, {31.0F, 122.5F}, {46.0F, 130.5F}, {66.0F, 138.0F}, {83.0F, 146.0F}};
constexpr Point tape13Back[] = {{0.0F, 109.0F}, {0.0F, 292.0F}};
constexpr Point tape14Front[] = {{71.0F, 207.0F}, {57.8F, 292.0F}};
constexpr Point tape15Front[] = {{83.0F, 146.0F}, {79.0F, 166.0F}, {75.0F, 188.0F}, {71.0F, 207.0F}};
constexpr Point tape15Back[] = {{-83.0F, 146.0F}, {-79.0F, 166.0F}, {-75.0F, 188.0F}, {-71.0F, 207.0F}};
constexpr Point tape16Front[] = {{83.0F, 146.0F},  {92.0F, 176.0F},  {97.0F, 220.0F},
                                 {104.0F, 290.0F}, {113.0F, 345.0F}, {117.0F, 396.0F}};
constexpr Point tape16Back[] = {{-83.0F, 146.0F},  {-92.0F, 176.0F},  {-97.0F, 220.0F},
                                {-104.0F, 290.0F}, {-113.0F, 345.0F}, {-117.0F, 396.0F}};
constexpr Point tape17Back[] = {{0.0F, 109.0F},   {-40.0F, 135.0F},  {-80.0F, 152.0F},  {-92.0F, 176.0F},
                                {-97.0F, 220.0F}, {-104.0F, 290.0F}, {-113.0F, 345.0F}, {-117.0F, 396.0F}};
constexpr Point tape18Front[] = {{75.0F, 238.0F}, {82.4F, 240.3F}, {91.5F, 241.0F}, {100.6F, 240.3F}, {108.0F, 238.0F}};
constexpr Point tape19Front[] = {
    {91.0F, 330.0F}, {97.8F, 332.3F}, {106.0F, 333.0F}, {114.2F, 332.3F}, {121.0F, 330.0F}};
constexpr Point tape20Front[] = {
    {106.6F, 396.0F}, {110.6F, 397.2F}, {115.6F, 397.5F}, {120.5F, 397.2F}, {124.6F, 396.0F}};
constexpr Point tape21Front[] = {{2.6F, 440.0F}, {17.5F, 443.1F}, {35.8F, 444.0F}, {54.1F, 443.1F}, {69.0F, 440.0F}};
constexpr Point tape22Front[] = {{12.4F, 576.0F}, {21.7F, 578.3F}, {33.1F, 579.0F}, {44.5F, 578.3F}, {53.8F, 576.0F}};
constexpr Point tape23Front[] = {{9.0F, 636.0F}, {19.7F, 638.3F}, {32.7F, 639.0F}, {45.7F, 638.3F}, {56.4F, 636.0F}};
constexpr Point tape24Front[] = {{17.0F, 748.0F}, {22.6F, 750.3F}, {29.5F, 751.0F}, {36.4F, 750.3F}, {42.0F, 748.0F}};
constexpr Point tape25Front[] = {{-54.8F, 292.0F}, {-55.8F, 310.0F}, {-59.4F, 334.0F}, {-63.2F, 360.0F},
                                 {-65.8F, 386.0F}, {-66.8F, 412.0F}, {-66.2F, 442.0F}, {-63.8F, 478.0F},
                                 {-59.6F, 516.0F}, {-54.6F, 550.0F}, {-50.8F, 576.0F}, {-50.0F, 594.0F},
                                 {-51.8F, 614.0F}, {-53.4F, 636.0F}, {-52.2F, 662.0F}, {-47.4F, 692.0F},
                                 {-41.6F, 722.0F}, {-38.4F, 744.0F}, {-39.6F, 755.0F}, {-38.0F, 800.0F}};
constexpr Point tape26Front[] = {{-3.5F, 412.0F},  {-5.0F, 432.0F},  {-7.0F, 458.0F},  {-10.0F, 492.0F},
                                 {-13.0F, 528.0F}, {-15.2F, 558.0F}, {-15.4F, 580.0F}, {-13.8F, 604.0F},
                                 {-12.0F, 628.0F}, {-12.6F, 652.0F}, {-16.2F, 684.0F}, {-20.2F, 714.0F},
                                 {-21.6F, 738.0F}, {-20.0F, 750.0F}, {-21.0F, 800.0F}};
constexpr Point tape27Front[] = {{-57.8F, 292.0F}, {-69.8F, 412.0F}};
constexpr Stroke camisoleFront; // he wears none
constexpr Stroke camisoleBack;
constexpr Point armpitFill = {78.0F, 196.0F};
constexpr Point palmFill = {112.8F, 425.0F};
constexpr Point armFill = {78.0F, 160.0F};
constexpr Point waistbandTop = {62.0F, 330.0F};
constexpr Point waistbandFoot = {63.0F, 338.0F};
constexpr bool knot = false;

#include "ui/measurements/croquis_parts.inc"

} // namespace

const FigureData manFigure = figure;

} // namespace thimblely::ui
